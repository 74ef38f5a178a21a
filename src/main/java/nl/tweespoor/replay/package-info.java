/**
 * What a proposed table would have made of what was decided: the decisions that the engine remembers of the past year, put
 * to it again. Nothing of it is recorded.
 */
package nl.tweespoor.replay;
