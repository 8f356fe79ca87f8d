const realNowMs = Date.now;
let passedMs = 0;

/** The app asks this process for the time of day, so it is later here for the app as it is for the shops. */
export function passTimeOfDay(ms: number): void {
  passedMs += ms;
  Date.now = () => realNowMs() + passedMs;
}
