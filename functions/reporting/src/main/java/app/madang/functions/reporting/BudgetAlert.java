package app.madang.functions.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a budget said. */
record BudgetAlert(
    UUID id,
    UUID budgetId,
    String scope,
    @Nullable UUID subjectId,
    @Nullable String subjectName,
    String period,
    LocalDate startsOn,
    String kind,
    BigDecimal cap,
    int warnAt,
    String currency,
    Instant at) {}
