/** How a customer reaches the shop without the chat. */
export interface Contact {
  /** As it is read. */
  readonly phone: string;
  /** As it is dialled, `+39051...`. */
  readonly phoneLink: string;
  readonly email: string;
}

/** Of the sample shop; see faq/shop.yaml. */
export const shopContact: Contact = {
  phone: '051 555 0142',
  phoneLink: '+390515550142',
  email: 'ciao@bottega-aurora.example',
};
