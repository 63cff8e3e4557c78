/**
 * The entry for programs that embed Assay: {@link dev.assay.core.Library#builder} sets a library
 * up, {@link dev.assay.core.Library} does the jobs, and its faces, such as {@link
 * dev.assay.core.UserMarks}, hold what belongs to one subject.
 */
package dev.assay.core;
