namespace Numerai.Web.GraphQl.Submissions;

/// <param name="Status">running, done or refused; GET /api/v1/diagnostics/{id} tells the report.</param>
internal sealed record DiagnosticsNode(Guid Id, string Status);
