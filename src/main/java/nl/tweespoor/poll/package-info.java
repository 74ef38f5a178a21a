/** What people say when they are asked whether they want something: answers without names, and the links by which they are given. */
package nl.tweespoor.poll;
