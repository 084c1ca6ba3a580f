/** A plugin of OpenBeian; see README.md. */
package ${package};
