/** A program that checks rule files, for an operator's own build. */
package org.openbeian.rules.check;
