import { element } from './element';

export interface MessageAction {
  readonly label: string;
  readonly act: () => void;
}

/** A quiet sentence where reviews would be, with at most one thing to do about it. */
export function messageView(sentence: string, action?: MessageAction): HTMLElement {
  const message = element('div', { class: 'message', role: 'status' }, element('p', { dir: 'auto' }, sentence));
  if (action === undefined) return message;
  const button = element('button', { class: 'action', type: 'button' }, action.label);
  button.addEventListener('click', action.act);
  message.append(button);
  return message;
}
