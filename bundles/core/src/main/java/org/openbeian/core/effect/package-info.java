/** Lanes: effects are taken from the outbox, carried out in batches and recorded. Plain Java; routes carry it. */
package org.openbeian.core.effect;
