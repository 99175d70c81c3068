namespace Numerai.Client.Webhooks;

/// <summary>An address that is told what happens.</summary>
/// <param name="Secret">Key of the messages' signatures; keep it to yourself.</param>
public sealed record Webhook(Guid Id, string Url, IReadOnlyList<string> Events, DateTimeOffset Created, string Secret)
{
    /// <summary>Does not print the secret.</summary>
    public override string ToString() => $"Webhook {Id:D} to {Url}";
}
