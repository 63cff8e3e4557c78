/**
 * What goes into a job and comes out of it: records and sealed types, immutable and safe for use
 * from many threads. Absence is an empty {@code Optional}, never null.
 */
package dev.assay.core.model;
