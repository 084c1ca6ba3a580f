/**
 * The commands {@code beian:*}: one small class each. A command reads or changes through the services of the API only, acts
 * as the account that is logged in to the shell, and tells every error in words.
 */
package org.openbeian.shell;
