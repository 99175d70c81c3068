using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>Ids that callers make so that a repeated command is told from a second one.</summary>
internal static class CommandIds
{
    /// <summary>
    /// Null when the id is fine. Actors check the ids of their commands themselves; this is for ids that lead to an actor.
    /// </summary>
    public static Refusal? Check(string commandId) =>
        string.IsNullOrWhiteSpace(commandId) || commandId.Length > 100 || commandId.Any(char.IsControl)
            ? new Refusal(RefusalCodes.InvalidRequest, "The command id is 1 to 100 characters without control characters.")
            : null;
}
