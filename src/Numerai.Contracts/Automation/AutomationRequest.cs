namespace Numerai.Contracts;

/// <param name="Enabled">False stops automation; the other fields are then not needed.</param>
/// <param name="Feed">An absolute path of a folder on the server, or an http or https address.</param>
/// <param name="Prefix">Under which live files are published; absent for the tournament's usual one.</param>
public sealed record AutomationRequest(bool Enabled, string Feed = "", string? Prefix = null);
