using System.Text.Json;

namespace Numerai.Client.Events;

/// <summary>Something that has happened.</summary>
/// <param name="Type">"round_opened", "scores_published", "round_resolved" ...</param>
/// <param name="Data">Its fields; see the REST reference.</param>
public sealed record PlatformEvent(string Type, JsonElement Data);
