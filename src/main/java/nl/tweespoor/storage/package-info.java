/** Whether what people do can be stored, and going on by itself once it can again. */
package nl.tweespoor.storage;
