using Numerai.Contracts;

namespace Numerai.Tournament.Actors;

/// <summary>The rule for ids that callers make for their commands.</summary>
internal static class CommandIdRule
{
    private const int MaximumLength = 100;

    /// <summary>Null when the id is fine.</summary>
    public static Refusal? Check(string? commandId) =>
        string.IsNullOrWhiteSpace(commandId) || commandId.Length > MaximumLength || commandId.Any(char.IsControl)
            ? new Refusal(RefusalCodes.InvalidRequest, $"The command id is 1 to {MaximumLength} characters without control characters.")
            : null;

    public static Refusal Reused(string commandId) =>
        new(RefusalCodes.CommandReused, $"The command id '{commandId}' was used for another command; use a new one.");
}
