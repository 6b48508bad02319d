/** 0.954 as `95%` with its sign. */
export function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
