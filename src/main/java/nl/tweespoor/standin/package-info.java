/** A colleague who does the work of someone who is absent, under an account of their own. */
package nl.tweespoor.standin;
