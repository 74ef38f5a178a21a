/** The one way in: page, session, HTTP Basic, headers, and who may ask which address at all. */
package nl.tweespoor.login;
