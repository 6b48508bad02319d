/** Where mail is handed in, and in whose name. */
export interface MailSettings {
  readonly server: MailServer;
  readonly from: MailAddress;
  readonly replyTo?: MailAddress;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps); else by STARTTLS. */
  readonly secure: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
}

/** `name` may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}
