/**
 * The ground floor: Camunda's engine as the other rooms see it. It knows no feature. Features hang themselves in as
 * beans of {@link nl.tweespoor.engine.TaskRule}, {@link nl.tweespoor.engine.ProcessRule},
 * {@link nl.tweespoor.engine.SubmissionRule}, {@link nl.tweespoor.engine.AdviceRule},
 * {@link nl.tweespoor.engine.DeploymentCheck} and {@link nl.tweespoor.engine.ShownVariable}, ordered by {@code @Order};
 * to refuse they throw a {@link nl.tweespoor.engine.Refusal}. Six questions it asks of exactly one bean each: what may go live
 * ({@link nl.tweespoor.engine.DeploymentGate}), what people may
 * do ({@link nl.tweespoor.engine.AuthorizationPolicy}), for whom they do it ({@link nl.tweespoor.engine.StandInLookup}), whose
 * turn it is ({@link nl.tweespoor.engine.DossierTurn}), what can be chosen ({@link nl.tweespoor.engine.OptionsLookup}) and what
 * is kept how long ({@link nl.tweespoor.engine.HistoryRetention}).
 * Internals of Camunda are used here and in {@code hardening}, nowhere else.
 */
package nl.tweespoor.engine;
