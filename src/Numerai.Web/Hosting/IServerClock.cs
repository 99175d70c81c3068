namespace Numerai.Web.Hosting;

/// <summary>The server's time, which can be moved by hand where it is virtual.</summary>
public interface IServerClock
{
    bool IsVirtual { get; }

    DateTimeOffset Now { get; }

    /// <summary>Moves a virtual clock forward, does what is due until then and says what that was.</summary>
    Task<IReadOnlyList<string>> AdvanceAsync(DateTimeOffset to);
}
