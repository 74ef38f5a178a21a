/** Personal data goes from the ledger and from the engine when someone asked for that, and the board agreed. */
package nl.tweespoor.erasure;
