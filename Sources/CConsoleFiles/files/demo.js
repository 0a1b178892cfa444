/** The demo. */
export function mount(root) { root.append('Demo'); }
