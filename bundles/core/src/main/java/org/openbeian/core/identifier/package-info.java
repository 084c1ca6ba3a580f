/**
 * Identifiers of people, organisations, numbers, domains and addresses: which part of one is wrong, what it tells. Plain
 * functions without state; {@code identifiers.md} of the catalogue is the specification.
 */
package org.openbeian.core.identifier;
