/** How a strategy is made and adopted, and the strategic goals against which an opportunity is selected. */
package nl.tweespoor.strategy;
