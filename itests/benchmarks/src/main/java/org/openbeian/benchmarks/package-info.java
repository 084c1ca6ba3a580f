/** What an evaluation of rules costs, beside two baselines that make the same checks. */
package org.openbeian.benchmarks;
