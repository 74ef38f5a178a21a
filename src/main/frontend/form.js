// Shows the form of a proposal.
import { show as showForm } from './editing/shown.js';
import { styled } from './styles.js';

const drawable = styled('form.css');

/** Shows the form of this fold in this place. */
export async function show(fold, place) {
  const [answer] = await Promise.all([fetch(fold.dataset.form), drawable]);
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  await showForm(place, await answer.json());
}
