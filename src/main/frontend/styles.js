/** Asks for the style sheet beside a script; done when it is there, or isn't to be had. */
export function styled(name) {
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = new URL(name, import.meta.url);
  const done = new Promise((there) => {
    styles.addEventListener('load', there);
    styles.addEventListener('error', there);
  });
  document.head.append(styles);
  return done;
}
