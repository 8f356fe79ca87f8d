/** A picture for any media id, so that galleries have something to show: its colour tells pictures apart. */
export function mediaPlaceholder(path: string): string {
  const [, , id = ''] = path.split('/');
  const hue = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const [width, height] = [sizeIn(path, 'w') ?? 1200, sizeIn(path, 'h') ?? 900];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 45% 70%)"/><circle cx="50%" cy="45%" r="22%" fill="hsl(${hue} 45% 45%)"/></svg>`;
}

function sizeIn(path: string, name: 'w' | 'h'): number | null {
  const found = new RegExp(`[/,]${name}_(\\d{1,4})`, 'u').exec(path)?.[1];
  return found === undefined ? null : Number(found);
}
