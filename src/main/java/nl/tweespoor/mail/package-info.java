/** What all mails have in common, whichever room sends them. */
package nl.tweespoor.mail;
