const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** HTML that shows an address of this site in a page of somebody else. */
export const frameCode = (address: string, title: string) =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="640" loading="lazy" allow="clipboard-write" style="border:0"></iframe>`;
