/** The sandbox's state. */
export function mount(root) { root.append('State'); }
