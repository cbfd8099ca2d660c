// The risk–coverage curve as an SVG picture that stands by itself, in light and dark.
import type { Sureness } from './evaluate.ts';

/** How many would be wrong, if only the surest share of the questions were answered. */
export function curveAsSvg({ inside, all }: { readonly inside: Sureness; readonly all: Sureness }): string {
  const both = inside.asked > 0 && all.asked > inside.asked;
  const curves = both
    ? [
        { sureness: inside, name: 'frågor som har ett svar', dashes: '' },
        { sureness: all, name: 'med dem utanför underlaget', dashes: ' stroke-dasharray="7 5"' },
      ]
    : [{ sureness: all, name: 'alla frågor', dashes: '' }];
  const top = roundUp(Math.max(0, ...curves.flatMap(({ sureness }) => sureness.curve.map(({ error }) => error))));
  const y = (error: number) => number(BOTTOM - (error / top) * (BOTTOM - TOP));
  const told = curves.map(({ sureness, name }) => `${name}: ${sureness.asked}, yta ${decimal(sureness.area)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="namn beskrivning" font-family="system-ui, sans-serif" font-size="13">
<title id="namn">Fel mot besvarad andel</title>
<desc id="beskrivning">Andelen fel bland dem som besvaras, när de frågor besvaras som boten är säkrast på. ${told.join('; ')}.</desc>
<style>
svg { color: #1c2526; background: #ffffff; }
@media (prefers-color-scheme: dark) { svg { color: #e4eaeb; background: #161b1d; } }
</style>
<g fill="none" stroke="currentColor" stroke-opacity="0.2">
${STEPS.map((step) => `<path d="M${LEFT} ${y(step * top)}H${RIGHT}"/>`).join('\n')}
</g>
<g fill="none" stroke="currentColor"><path d="M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}"/></g>
<g fill="currentColor" text-anchor="end">
${STEPS.map((step) => `<text x="${LEFT - 8}" y="${y(step * top) + 4}">${percent(step * top)}</text>`).join('\n')}
</g>
<g fill="currentColor" text-anchor="middle">
${STEPS.map((step) => `<text x="${x(step)}" y="${BOTTOM + 20}">${percent(step)}</text>`).join('\n')}
<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 12}">Andel av frågorna som besvaras, de säkraste först</text>
<text transform="translate(18 ${(TOP + BOTTOM) / 2}) rotate(-90)">Andel fel bland dem</text>
</g>
<g fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round">
${curves.map(({ sureness, dashes }) => `<path d="${pathOf(sureness, y)}"${dashes}/>`).join('\n')}
</g>
<g fill="currentColor">
${told.map((text, i) => `<text x="${LEFT + 50}" y="${20 + i * 18}">${text}</text>`).join('\n')}
</g>
<g fill="none" stroke="currentColor" stroke-width="2">
${curves.map(({ dashes }, i) => `<path d="M${LEFT + 8} ${16 + i * 18}h34"${dashes}/>`).join('\n')}
</g>
</svg>
`;
}

const [WIDTH, HEIGHT] = [640, 400];
const [LEFT, RIGHT, TOP, BOTTOM] = [76, 616, 56, 336];
const STEPS = [0, 0.25, 0.5, 0.75, 1];

function x(coverage: number): number {
  return number(LEFT + coverage * (RIGHT - LEFT));
}

function pathOf({ curve }: Sureness, y: (error: number) => number): string {
  return curve.map(({ coverage, error }, i) => `${i === 0 ? 'M' : 'L'}${x(coverage)} ${y(error)}`).join('');
}

/** The top of the scale: the next fifth, so that a small error is no line along the bottom and the steps are whole. */
function roundUp(error: number): number {
  return Math.max(1, Math.ceil(error * 5)) / 5;
}

function number(value: number): number {
  return Math.round(value * 10) / 10;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3).replace('.', ',');
}
