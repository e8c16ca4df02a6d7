/**
 * Collections and their sharing, uploads, documents and their removal, and the search over them.
 */
@NullMarked
package app.madang.functions.documents;

import org.jspecify.annotations.NullMarked;
