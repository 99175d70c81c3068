namespace Numerai.Web.Operators;

/// <param name="CommandId">The same id again changes nothing.</param>
internal sealed record TransferRequest(string Amount, string CommandId);

internal sealed record ClockRequest(DateTimeOffset AdvanceTo);

/// <param name="Done">What became due on the way there.</param>
internal sealed record ClockResponse(DateTimeOffset Now, IReadOnlyList<string> Done);
