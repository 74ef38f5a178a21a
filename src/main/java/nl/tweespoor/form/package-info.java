/** Holds what people send against the deployed form that asks for it, by the rules of the browser and a few of our own. */
package nl.tweespoor.form;
