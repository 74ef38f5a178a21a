/** Groups and people: which there are, and how they are called. Made at the start; kept in Camunda Admin. */
package nl.tweespoor.account;
