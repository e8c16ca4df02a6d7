package app.madang.contracts;

import app.madang.contracts.events.BudgetExhausted;
import app.madang.contracts.events.BudgetWarned;
import app.madang.contracts.events.CanaryObserved;
import app.madang.contracts.events.ConnectorDue;
import app.madang.contracts.events.DocumentChunked;
import app.madang.contracts.events.DocumentDeleted;
import app.madang.contracts.events.DocumentRequested;
import app.madang.contracts.events.EvaluationDue;
import app.madang.contracts.events.ReportDue;
import app.madang.contracts.events.SweepDue;
import app.madang.contracts.events.ToolApproved;

/** The events that functions publish: topic name and payload. */
public enum EventType {
  BUDGET_WARNED("budget.warned.v1", BudgetWarned.class),
  BUDGET_EXHAUSTED("budget.exhausted.v1", BudgetExhausted.class),
  CANARY_OBSERVED("canary.observed.v1", CanaryObserved.class),
  CONNECTOR_DUE("connector.due.v1", ConnectorDue.class),
  DOCUMENT_REQUESTED("document.requested.v1", DocumentRequested.class),
  DOCUMENT_CHUNKED("document.chunked.v1", DocumentChunked.class),
  DOCUMENT_DELETED("document.deleted.v1", DocumentDeleted.class),
  EVALUATION_DUE("evaluation.due.v1", EvaluationDue.class),
  REPORT_DUE("report.due.v1", ReportDue.class),
  SWEEP_DUE("sweep.due.v1", SweepDue.class),
  TOOL_APPROVED("tool.approved.v1", ToolApproved.class);

  private final String topic;
  private final Class<?> payload;

  EventType(String topic, Class<?> payload) {
    this.topic = topic;
    this.payload = payload;
  }

  /** The Pub/Sub topic, which is the type's name and version. */
  public String topic() {
    return topic;
  }

  /** The record that carries the payload; its schema is {@code madang/events/<topic>.json}. */
  public Class<?> payload() {
    return payload;
  }
}
