namespace Numerai.Local.Actors;

/// <summary>A call that waits for its turn.</summary>
internal abstract class Turn : IThreadPoolWorkItem
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>Runs it in the context it was asked for in; it has the actor to itself until it is done.</summary>
    public void Execute()
    {
        if (_context is null)
        {
            Start();
        }
        else
        {
            ExecutionContext.Run(_context, static turn => ((Turn)turn!).Start(), this);
        }
    }

    protected abstract void Start();
}
