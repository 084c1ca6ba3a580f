/**
 * Takes the values of the facts of {@link org.openbeian.api.rules.Facts} out of a case, each when it is first asked for.
 */
package org.openbeian.core.fact;
