/** Letters that applicants sign: their texts, and which version of each was printed. */
package org.openbeian.core.letter;
