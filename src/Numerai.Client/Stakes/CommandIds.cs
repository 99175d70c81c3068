namespace Numerai.Client.Stakes;

/// <summary>Ids that tell a repeated command from a second one.</summary>
public static class CommandIds
{
    public static string Make() => Guid.NewGuid().ToString("D");
}
