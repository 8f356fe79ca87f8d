import type { JSX } from 'react';

/** WooCommerce's page as drawn by hand, in English: what to press is blue and numbered. */
export function KeyPicture(): JSX.Element {
  return (
    <svg className="rr-setup-picture" viewBox="0 0 420 250" role="img" aria-label="Drawing of WooCommerce’s settings: the tab Advanced, the link REST API, the button Add key, the choice Read/Write and the two keys" fontFamily="inherit" fontSize="11" direction="ltr">
      <rect x="1" y="1" width="418" height="248" rx="8" fill="#f6f7f7" stroke="#c3c4c7" />
      <rect x="1" y="1" width="92" height="248" rx="8" fill="#1d2327" />
      <g fill="#c3c4c7"><text x="12" y="34">Dashboard</text><text x="12" y="58">Products</text></g>
      <rect x="1" y="68" width="92" height="24" fill="#2271b1" />
      <text x="12" y="84" fill="#fff">WooCommerce</text>
      <text x="20" y="110" fill="#fff">Settings</text>
      <g fill="#50575e"><text x="106" y="28">General</text><text x="156" y="28">Products</text><text x="212" y="28">Payments</text></g>
      <Step n={1} x={268} y={12} width={78} text="Advanced" />
      <line x1="100" y1="42" x2="412" y2="42" stroke="#c3c4c7" />
      <Step n={2} x={106} y={50} width={80} text="REST API" />
      <Step n={3} x={194} y={50} width={74} text="Add key" />
      <rect x="106" y="86" width="300" height="152" rx="6" fill="#fff" stroke="#dcdcde" />
      <text x="118" y="108" fill="#50575e">Description</text>
      <rect x="204" y="95" width="190" height="20" rx="3" fill="#fff" stroke="#8c8f94" />
      <text x="212" y="109" fill="#1d2327">Review Relay</text>
      <text x="118" y="136" fill="#50575e">Permissions</text>
      <Step n={4} x={204} y={122} width={94} text="Read/Write" />
      <text x="118" y="172" fill="#50575e">Consumer key</text>
      <Key y={158} text="ck_••••••••••••••••••" />
      <text x="118" y="202" fill="#50575e">Consumer secret</text>
      <Key y={188} text="cs_••••••••••••••••••" />
      <text x="118" y="228" fill="#50575e">Copy both into the form beside this picture.</text>
    </svg>
  );
}

function Step({ n, x, y, width, text }: { readonly n: number; readonly x: number; readonly y: number; readonly width: number; readonly text: string }): JSX.Element {
  return (
    <g>
      <rect x={x} y={y} width={width} height="22" rx="4" fill="#e7f0ff" stroke="#116dff" strokeWidth="1.5" />
      <circle cx={x + 12} cy={y + 11} r="7.5" fill="#116dff" />
      <text x={x + 12} y={y + 15} fill="#fff" textAnchor="middle">{n}</text>
      <text x={x + 24} y={y + 15} fill="#162d3d">{text}</text>
    </g>
  );
}

function Key({ y, text }: { readonly y: number; readonly text: string }): JSX.Element {
  return (
    <g>
      <rect x="216" y={y} width="178" height="20" rx="3" fill="#e7f0ff" stroke="#116dff" strokeWidth="1.5" />
      <text x="224" y={y + 14} fill="#162d3d">{text}</text>
    </g>
  );
}
