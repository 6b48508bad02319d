/** HTML that the server made from an editor's Markdown, and never anything else: what customers and agents write is text. */
export function SafeHtml({
  html,
  className,
  lang,
}: {
  readonly html: string;
  readonly className: string;
  readonly lang: string;
}) {
  return <div className={className} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
