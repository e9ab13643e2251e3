/** The only two names under which the page and the main process talk. */
export const requestChannel = 'nostos:request';
export const eventChannel = 'nostos:event';
