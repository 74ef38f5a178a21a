/** What people find in Tasklist: the lists, and what each task tells in them. */
package nl.tweespoor.tasklist;
