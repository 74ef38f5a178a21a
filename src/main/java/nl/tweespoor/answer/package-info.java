/** The answer to whoever reported an opportunity, by mail. */
package nl.tweespoor.answer;
