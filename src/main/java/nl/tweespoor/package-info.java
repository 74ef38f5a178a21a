/** Care-technology innovation and implementation as two processes; a package is a room, and a room stands above what it uses. */
package nl.tweespoor;
