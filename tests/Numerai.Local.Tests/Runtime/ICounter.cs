using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

/// <summary>An actor that shows what a host does with actors.</summary>
public interface ICounter
{
    /// <summary>Adds, writes, and tells of it; the sum afterwards.</summary>
    Task<int> AddAsync(int amount);

    /// <summary>Appends a number to the list, with waits in between that another turn could use.</summary>
    Task<string> AppendSlowlyAsync(int number);

    [Interleaves]
    Task<int> GetAsync();

    /// <summary>A read that takes its turn.</summary>
    Task<int> GetInTurnAsync();

    /// <summary>Calls other actors one inside the other and adds 1 to each.</summary>
    Task<int> AddAlongAsync(params string[] others);

    /// <summary>Waits for the gate of the test.</summary>
    Task<int> WaitAsync();

    Task<int> ThrowAsync();
}
