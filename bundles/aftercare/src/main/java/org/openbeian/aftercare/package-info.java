/** What is owed for granted websites: their footers, the inspection of their pages, the duties and their dates. */
package org.openbeian.aftercare;
