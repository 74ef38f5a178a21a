/** Who may do what: the table of roles, and the authorizations, tasks and requests that follow from it. */
package nl.tweespoor.role;
